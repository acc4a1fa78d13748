// What a key leaves to the pause after it.

const PAUSE = 100; // milliseconds without another

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
