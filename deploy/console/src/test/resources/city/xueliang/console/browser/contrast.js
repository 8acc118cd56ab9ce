/**
 * Text that stands out too little (WCAG 2.2, 1.4.3): 4.5 : 1, or 3 : 1 for large text. Gives one
 * line for each, worst first. Canvases are not looked into.
 */
() => {
  const LARGE = 24;
  const LARGE_BOLD = 18.66;
  const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  canvas.canvas.width = canvas.canvas.height = 1;
  const known = new Map();
  const found = new Map();

  /** Red, green and blue from 0 to 255, alpha from 0 to 1. */
  const colour = css => {
    if (!known.has(css)) {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = css;
      canvas.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
      known.set(css, [r, g, b, a / 255]);
    }
    return known.get(css);
  };
  const over = (top, bottom, opacity = 1) => {
    const a = top[3] * opacity;
    return [0, 1, 2].map(i => top[i] * a + bottom[i] * (1 - a)).concat(1);
  };
  const luminance = rgb => {
    const [r, g, b] = rgb.map(v => v / 255).map(v => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (one, other) => {
    const [low, high] = [luminance(one), luminance(other)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };
  const parent = node => node.assignedSlot ?? (node.parentNode instanceof ShadowRoot ? node.parentNode.host : node.parentNode);
  const chain = element => {
    const elements = [];
    for (let at = element; at instanceof Element; at = parent(at)) {
      elements.unshift(at);
    }
    return elements;
  };
  /** What lies behind an element's text, and how much the text itself is seen. */
  const behind = element => {
    let ground = colour(getComputedStyle(document.documentElement).colorScheme.includes('dark') ? '#121212' : '#ffffff');
    let opacity = 1;
    for (const each of chain(element)) {
      const style = getComputedStyle(each);
      opacity *= Number(style.opacity);
      ground = over(colour(style.backgroundColor), ground, opacity);
    }
    return {ground, opacity};
  };
  /** The filled shape under a drawing's text, if there is one. */
  const shape = (text, ground) => {
    const style = getComputedStyle(text);
    if (style.paintOrder.startsWith('stroke') && style.stroke !== 'none') {
      return over(colour(style.stroke), ground, Number(style.strokeOpacity));
    }
    const {x, y, width, height} = text.getBoundingClientRect();
    const below = text.getRootNode().elementsFromPoint(x + width / 2, y + height / 2)
      .filter(each => each instanceof SVGGeometryElement && getComputedStyle(each).fill !== 'none')
      .reverse();
    return below.reduce((on, each) => {
      const {fill, fillOpacity, opacity} = getComputedStyle(each);
      return fill.startsWith('url') ? on : over(colour(fill), on, Number(fillOpacity) * Number(opacity));
    }, ground);
  };
  const check = (element, text, css = getComputedStyle(element)) => {
    const box = element.getBoundingClientRect();
    const isSeen = element.checkVisibility({opacityProperty: true, visibilityProperty: true}) && box.width > 2 && box.height > 2;
    if (!isSeen || element.closest(':disabled, [aria-disabled="true"]')) {
      return;
    }
    const isDrawn = element instanceof SVGElement;
    const {ground, opacity} = behind(element);
    const under = isDrawn ? shape(element, ground) : ground;
    const front = over(colour(isDrawn ? css.fill : css.color), under, opacity);
    const size = parseFloat(css.fontSize);
    const least = size >= LARGE || (size >= LARGE_BOLD && Number(css.fontWeight) >= 700) ? 3 : 4.5;
    const measured = ratio(front.slice(0, 3), under.slice(0, 3));
    if (measured < least) {
      const hex = rgb => '#' + rgb.slice(0, 3).map(v => Math.round(v).toString(16).padStart(2, '0')).join('');
      const place = chain(element).filter(each => each.localName.includes('-')).map(each => each.localName).join(' ');
      const line = `${measured.toFixed(2)} < ${least}: "${text.trim().slice(0, 40)}" ${hex(front)} on ${hex(under)}, ${size}px, ${place} ${element.localName}.${element.getAttribute('class') ?? ''}`;
      found.set(line, measured);
    }
  };
  const walk = root => {
    for (const node of root.childNodes) {
      if (node.nodeType === Node.TEXT_NODE && node.data.trim() !== '' && root instanceof Element && !['STYLE', 'SCRIPT', 'TITLE'].includes(root.nodeName)) {
        check(root, node.data);
      } else if (node.nodeType === Node.ELEMENT_NODE) {
        if (node.matches('input:not([type=checkbox], [type=radio], [type=range]), select, textarea')) {
          check(node, node.value || node.placeholder || '', getComputedStyle(node, node.value ? null : '::placeholder'));
        }
        if (node.shadowRoot) {
          walk(node.shadowRoot);
        }
        if (node.localName !== 'select') {
          walk(node);
        }
      }
    }
  };
  walk(document.body);
  return [...found].sort(([, one], [, other]) => one - other).map(([line]) => line);
}
