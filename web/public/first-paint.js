// Sets language, direction and theme before the first paint, so that the page neither flips nor flashes.
(() => {
  const root = document.documentElement;
  let saved = {};
  try {
    saved = JSON.parse(localStorage.getItem('nitaq.preferences') ?? '{}') ?? {};
  } catch {
    // Storage may be switched off, or hold something else: the page then starts as on a first visit.
  }
  const asked = new URLSearchParams(location.search).get('lang');
  const language = [asked, saved.language].find((value) => value === 'ar' || value === 'en') ?? 'ar';
  const systemDark = matchMedia('(prefers-color-scheme: dark)').matches;
  const dark = saved.theme === 'dark' || (saved.theme !== 'light' && systemDark);
  root.lang = language;
  root.dir = language === 'ar' ? 'rtl' : 'ltr';
  root.dataset.theme = dark ? 'dark' : 'light';
  root.style.backgroundColor = dark ? '#12191E' : '#FAF8F4';
})();
