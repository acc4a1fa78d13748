/* After a login: what was typed goes on to its form by itself. Without this script a button sends it. */
"use strict";

document.querySelector("[data-bring-back]")?.requestSubmit();
