// Runs before anything is painted, so that a seat that chose dark is not blinded by white.
document.documentElement.dataset.theme =
  localStorage.getItem('xueliang.theme') ??
  (matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark');
