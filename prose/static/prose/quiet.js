// What a key leaves to the pause after it.

const PAUSE = 300; // milliseconds without another: longer than from key to key as most people type

/** `act`, once nobody has asked for it for a moment: `soon()` asks, `now()` does it at once if it was asked for. */
export const inAPause = (act) => {
  let timer = 0;
  const now = () => {
    if (!timer) return;
    clearTimeout(timer);
    timer = 0;
    act();
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(now, PAUSE);
  };
  return { soon, now };
};
