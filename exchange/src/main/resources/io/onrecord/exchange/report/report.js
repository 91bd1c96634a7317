'use strict';
(() => {
  const form = document.getElementById('filter');
  const articles = Array.from(document.querySelectorAll('article'), article => ({
    element: article,
    head: article.querySelector('h3').textContent.toLowerCase(),
    statements: Array.from(article.querySelectorAll('.statement'), statement => ({
      element: statement,
      words: (statement.querySelector('.head').textContent + ' '
          + statement.querySelector('blockquote').textContent).toLowerCase(),
    })),
  }));
  const value = id => document.getElementById(id).value;

  function apply() {
    const words = value('words').toLowerCase().split(/\s+/).filter(Boolean);
    const stance = value('stance');
    const kind = value('form');
    const outlet = value('outlet');
    let found = 0;
    for (const article of articles) {
      let here = 0;
      for (const statement of article.statements) {
        const data = statement.element.dataset;
        const shown = (!stance || data.stance === stance) && (!kind || data.form === kind)
            && (!outlet || article.element.dataset.outlet === outlet)
            && words.every(word => statement.words.includes(word) || article.head.includes(word));
        statement.element.hidden = !shown;
        here += shown ? 1 : 0;
      }
      const asked = words.length > 0 || stance || kind || outlet;
      article.element.hidden = asked ? here === 0 : false;
      found += here;
    }
    document.getElementById('found').textContent = found === 1 ? '1 statement' : found + ' statements';
  }

  let waiting = 0;
  form.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(apply, 150);
  });
  form.addEventListener('submit', event => event.preventDefault());
  form.hidden = false;
  apply();
  window.addEventListener('beforeprint', () => {
    for (const details of document.querySelectorAll('.statement details')) {
      details.open = true;
    }
  });
  // A link to a statement that a filter hides shows it.
  window.addEventListener('hashchange', () => {
    const target = document.getElementById(location.hash.slice(1));
    if (target && target.closest('[hidden]')) {
      form.reset();
      apply();
      target.scrollIntoView();
    }
  });
})();
