'use strict';

// Reading: the keyboard on an article, words selected for a statement that is missing, files dropped. All of it can be done without.
(() => {
  const article = document.getElementById('reading');
  if (article) {
    read(article);
  }
  const drop = document.getElementById('drop');
  if (drop) {
    takeFiles(drop);
  }

  // --- An article with its cards. ---

  function read(article) {
    const cards = () => [...article.querySelectorAll('.card[data-n]')];
    let current = null;

    function select(card) {
      if (card === current) {
        return;
      }
      for (const lit of article.querySelectorAll('mark.on')) {
        lit.classList.remove('on');
      }
      current?.classList.remove('current');
      current = card;
      if (card) {
        card.classList.add('current');
        for (const lit of article.querySelectorAll(`mark[data-s="${CSS.escape(card.dataset.n)}"]`)) {
          if (card.querySelector(`.n[href="#t${card.dataset.n}"]`) ? lit.closest('h1') : !lit.closest('h1')) {
            lit.classList.add('on');
          }
        }
      }
    }

    function go(card) {
      if (card) {
        select(card);
        card.focus({preventScroll: true});
        card.scrollIntoView({block: 'nearest'});
        const words = document.querySelector(card.querySelector('.n')?.getAttribute('href') ?? '#none');
        words?.scrollIntoView({block: 'nearest'});
      }
    }

    function step(by) {
      const all = cards();
      const at = all.indexOf(current);
      go(all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by))]);
    }

    // An address that names a statement of another part of the article leads there.
    function named() {
      const name = decodeURIComponent(location.hash.slice(1));
      if (!name.startsWith('s-')) {
        return;
      }
      const card = document.getElementById(name);
      if (card) {
        go(card);
      } else if (/^s-[0-9a-f]{32}$/.test(name)) {
        location.replace('/statements/' + name.slice(2));
      }
    }

    addEventListener('hashchange', named);
    named();

    article.addEventListener('focusin', event => {
      const card = event.target.closest('.card[data-n]');
      if (card) {
        select(card);
      }
    });

    // Words lead to their card, unless somebody selects them.
    article.addEventListener('click', event => {
      const lit = event.target.closest('mark[data-s]');
      if (lit && !event.target.closest('a') && getSelection().isCollapsed) {
        const inTitle = Boolean(lit.closest('h1'));
        go(cards().find(card => card.dataset.n === lit.dataset.s
          && Boolean(card.querySelector(`.n[href^="#t"]`)) === inTitle));
      }
    });

    const keys = {
      j: () => step(1),
      k: () => step(-1),
      w: () => {
        const why = current?.querySelector('details.why');
        if (why) {
          why.open = !why.open;
        }
      },
      y: () => current?.querySelector('.right button')?.click(),
      u: () => current?.querySelector('.undo button')?.click(),
      a: () => openAdding(),
      '?': () => {
        const help = document.getElementById('keyhelp');
        help.open = !help.open;
        if (help.open) {
          help.querySelector('summary').focus();
        }
      },
    };
    const onCard = {
      ArrowDown: keys.j,
      ArrowUp: keys.k,
      Enter: () => current.querySelector('a.correct')?.click(),
    };

    function isTyping(target) {
      return target.isContentEditable || target.matches('textarea, select, input:not([type=checkbox])');
    }

    function keysAreOn() {
      try {
        return localStorage.getItem('onrecord-keys') !== 'off';
      } catch (refused) {
        return true;
      }
    }

    document.addEventListener('keydown', event => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) {
        return;
      }
      if (event.key === 'Escape') {
        const card = event.target.closest('.card');
        const slot = card?.querySelector('.slot');
        if (slot?.firstChild) {
          slot.replaceChildren();
          go(card);
        }
        return;
      }
      if (isTyping(event.target) || document.querySelector('dialog[open]')) {
        return;
      }
      const isCard = event.target.matches('.card');
      // The desk has a list of all keys where it can open one.
      const elsewhere = event.key === '?' && document.querySelector('dialog#keys');
      const what = isCard && onCard[event.key] ? onCard[event.key] : keysAreOn() && !elsewhere ? keys[event.key] : null;
      if (what) {
        event.preventDefault();
        what();
      }
    });

    document.body.addEventListener('htmx:afterSettle', event => {
      event.target.closest('.card')?.querySelector('.correcting input[name=speaker]')?.select();
    });

    // --- Words selected in the text, as places in code points. ---

    const adding = document.getElementById('add');
    if (!adding) {
      return;
    }
    let selected = null;

    function codePoints(text) {
      return [...text].length;
    }

    /** How far into the text a boundary of a selection is; null where it lies elsewhere. */
    function place(node, offset) {
      const holder = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest('[data-at]');
      if (!holder || !holder.closest('#text')) {
        return null;
      }
      const before = document.createRange();
      before.selectNodeContents(holder);
      before.setEnd(node, offset);
      return Number(holder.dataset.at) + codePoints(before.toString());
    }

    /** All words that a selection has, one place for each that hangs together. */
    function places(range) {
      let first = null;
      let last = null;
      const text = document.getElementById('text');
      for (const holder of text.querySelectorAll('[data-at]')) {
        if (range.intersectsNode(holder)) {
          const from = holder.contains(range.startContainer)
            ? place(range.startContainer, range.startOffset) : Number(holder.dataset.at);
          const to = holder.contains(range.endContainer)
            ? place(range.endContainer, range.endOffset) : Number(holder.dataset.at) + codePoints(holder.textContent);
          if (to > from) {
            first = first === null ? from : Math.min(first, from);
            last = last === null ? to : Math.max(last, to);
          }
        }
      }
      return first === null ? null : [first, last];
    }

    function words(from, to) {
      let out = '';
      for (const holder of document.querySelectorAll('#text [data-at]')) {
        const at = Number(holder.dataset.at);
        const points = [...holder.textContent];
        out += points.slice(Math.max(0, from - at), Math.max(0, to - at)).join('');
      }
      return out.trim();
    }

    document.addEventListener('selectionchange', () => {
      const selection = getSelection();
      if (selection.rangeCount > 0 && !selection.isCollapsed
          && document.getElementById('text').contains(selection.anchorNode)) {
        selected = places(selection.getRangeAt(0));
      }
    });

    function take(part) {
      if (!selected) {
        return;
      }
      const shown = adding.querySelector(`input[name=${part}]`);
      const hidden = adding.querySelector(`input[name=${part}At]`);
      hidden.value = (hidden.value + ` ${selected[0]}-${selected[1]}`).trim();
      shown.value = (shown.value ? shown.value + ' … ' : '') + words(selected[0], selected[1]);
      shown.readOnly = true;
      selected = null;
    }

    function openAdding() {
      if (!adding) {
        return;
      }
      adding.open = true;
      take('content');
      adding.querySelector('input[name=cue]').focus();
    }

    adding.querySelector('.hint').hidden = false;
    for (const button of adding.querySelectorAll('.take')) {
      button.hidden = false;
      // The selection must outlive the press.
      button.addEventListener('mousedown', event => event.preventDefault());
      button.addEventListener('click', () => take(button.dataset.part));
    }
  }

  // --- Files that are dropped. ---

  function takeFiles(form) {
    const input = form.querySelector('input[type=file]');
    form.querySelector('.hint').hidden = false;
    for (const kind of ['dragenter', 'dragover']) {
      form.addEventListener(kind, event => {
        event.preventDefault();
        form.classList.add('over');
      });
    }
    form.addEventListener('dragleave', () => form.classList.remove('over'));
    form.addEventListener('drop', event => {
      event.preventDefault();
      form.classList.remove('over');
      if (event.dataTransfer.files.length > 0) {
        input.files = event.dataTransfer.files;
        form.requestSubmit();
      }
    });
  }
})();
