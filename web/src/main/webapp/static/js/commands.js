// The command box of the console: Ctrl+K or "/" opens it, typing narrows it down, arrows choose, Enter goes there.
(function () {
  'use strict';

  var box = document.getElementById('commands');
  var opener = document.getElementById('commands-open');
  if (!box || !box.showModal) {
    return;
  }
  var input = document.getElementById('commands-input');
  var list = document.getElementById('commands-list');
  var status = document.getElementById('commands-status');
  var asked = 0;
  opener.hidden = false;

  function shown() {
    return Array.prototype.filter.call(list.children, function (entry) { return !entry.hidden; });
  }

  function choose(entry) {
    Array.prototype.forEach.call(list.children, function (other) { other.setAttribute('aria-selected', String(other === entry)); });
    if (entry) {
      input.setAttribute('aria-activedescendant', entry.id);
      entry.scrollIntoView({ block: 'nearest' });
    } else {
      input.removeAttribute('aria-activedescendant');
    }
  }

  function tell() {
    var count = shown().length;
    status.textContent = count === 0 ? status.dataset.none : status.dataset.some.replace('{0}', count);
    choose(shown()[0]);
  }

  function addFound(objects) {
    objects.forEach(function (object, at) {
      var entry = document.createElement('li');
      entry.id = 'found-' + at;
      entry.setAttribute('role', 'option');
      entry.setAttribute('aria-selected', 'false');
      entry.dataset.href = object.href;
      entry.dataset.found = '';
      entry.textContent = object.label;
      var kind = document.createElement('span');
      kind.className = 'soft small';
      kind.textContent = ' ' + object.kind;
      entry.appendChild(kind);
      list.appendChild(entry);
    });
    tell();
  }

  function narrow() {
    var wanted = input.value.trim().toLowerCase();
    list.querySelectorAll('[data-found]').forEach(function (entry) { entry.remove(); });
    Array.prototype.forEach.call(list.children, function (entry) { entry.hidden = entry.textContent.toLowerCase().indexOf(wanted) < 0; });
    tell();
    var mine = ++asked;
    if (wanted.length > 1) {
      window.setTimeout(function () {
        if (mine === asked) {
          fetch(list.dataset.lookup + '?q=' + encodeURIComponent(wanted), { headers: { Accept: 'application/json' } })
            .then(function (answer) { return answer.ok ? answer.json() : []; })
            .then(function (objects) { if (mine === asked) { addFound(objects); } });
        }
      }, 150);
    }
  }

  function step(by) {
    var entries = shown();
    var at = entries.findIndex(function (entry) { return entry.getAttribute('aria-selected') === 'true'; });
    if (entries.length) {
      choose(entries[(at + by + entries.length) % entries.length]);
    }
  }

  function go(entry) {
    if (entry) {
      window.location.assign(entry.dataset.href);
    }
  }

  function open() {
    input.value = '';
    box.showModal();
    narrow();
    input.focus();
  }

  opener.addEventListener('click', open);
  input.addEventListener('input', narrow);
  list.addEventListener('click', function (event) { go(event.target.closest('[role=option]')); });
  box.addEventListener('click', function (event) {
    if (event.target === box) {
      box.close();
    }
  });
  input.addEventListener('keydown', function (event) {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      step(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      go(list.querySelector('[aria-selected=true]'));
    }
  });
  document.addEventListener('keydown', function (event) {
    var typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) || event.target.isContentEditable;
    var wanted = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k' || event.key === '/' && !typing && !event.ctrlKey && !event.altKey;
    if (wanted && !box.open) {
      event.preventDefault();
      open();
    }
  });
}());
