/* The form of a front page: a place shows the one list that it needs, its name says where it stands, and an hour is asked
   for only where it counts. Without this script all fields stand there. */
"use strict";

{ // names of its own: all scripts of a page share theirs
  const places = () => [...document.querySelectorAll("#places-group .inline-related:not(.empty-form)")];
  const named = (row, at) => {
    const label = row.querySelector("h3 .inline_label");
    if (label && !row.classList.contains("has_original")) label.textContent = "";
    const kind = row.querySelector("h3 b");
    const heading = row.querySelector("input[name$='-heading']")?.value.trim();
    if (kind) kind.textContent = heading ? `Section “${heading}”:` : at === 0 ? "Lead:" : `Place ${at + 1}:`;
  };
  const follow = () => {
    places().forEach((row, at) => {
      const shows = row.querySelector("select[name$='-shows']");
      if (shows) row.dataset.shows = shows.value;
      named(row, at);
    });
    const when = document.querySelector("input[name=when]:checked");
    const begins = document.querySelector("fieldset.begins");
    if (when && begins) begins.dataset.when = when.value;
  };

  document.addEventListener("change", follow);
  document.addEventListener("input", follow);
  document.addEventListener("formset:added", follow);
  document.addEventListener("formset:removed", follow);
  follow();
}
