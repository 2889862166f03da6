// Niceties of the console's forms: choosing among many, line numbers, a warning before typed things are lost, focus in dialogs.
(function () {
  'use strict';

  // What a reference can point to is looked up while typing; the select or the boxes themselves stay what is sent.
  function lookUp(search) {
    var target = document.getElementById(search.dataset.for);
    var status = document.getElementById(search.id + '-status');
    var select = target.tagName === 'SELECT';
    var asked = 0;

    function add(object) {
      var known = Array.prototype.some.call(target.querySelectorAll(select ? 'option' : 'input'), function (entry) {
        return entry.value === object.value;
      });
      if (known) {
        return;
      }
      if (select) {
        target.appendChild(new Option(object.label, object.value));
        return;
      }
      var label = document.createElement('label');
      label.className = 'check';
      var box = document.createElement('input');
      box.type = 'checkbox';
      box.name = target.dataset.name;
      box.value = object.value;
      var words = document.createElement('span');
      words.textContent = object.label;
      label.append(box, words);
      target.appendChild(label);
    }

    function keepChosen() {
      if (select) {
        Array.prototype.slice.call(target.options).forEach(function (option) {
          if (!option.selected && option.value !== '') {
            option.remove();
          }
        });
      } else {
        target.querySelectorAll('label').forEach(function (label) {
          if (!label.querySelector('input').checked) {
            label.remove();
          }
        });
      }
    }

    function ask(mine) {
      fetch('/if/admin/lookup?target=' + encodeURIComponent(search.dataset.target) + '&q=' + encodeURIComponent(search.value.trim()),
        { headers: { Accept: 'application/json' } })
        .then(function (answer) { return answer.ok ? answer.json() : []; })
        .then(function (objects) {
          if (mine === asked) {
            keepChosen();
            objects.forEach(add);
            status.textContent = search.dataset.found.replace('{0}', objects.length);
          }
        });
    }

    search.addEventListener('input', function () {
      var mine = ++asked;
      window.setTimeout(function () {
        if (mine === asked) {
          ask(mine);
        }
      }, 200);
    });
    search.addEventListener('keydown', function (event) {
      if (event.key === 'Enter') {
        event.preventDefault();
      }
    });
    search.closest('[data-search]').hidden = false;
  }

  function numberLines(area) {
    var numbers = document.createElement('div');
    numbers.className = 'line-numbers';
    numbers.setAttribute('aria-hidden', 'true');
    area.parentNode.classList.add('numbered');
    area.parentNode.insertBefore(numbers, area);
    function draw() {
      var count = area.value.split('\n').length;
      numbers.textContent = Array.from({ length: count }, function (none, at) { return at + 1; }).join('\n');
      numbers.scrollTop = area.scrollTop;
    }
    area.addEventListener('input', draw);
    area.addEventListener('scroll', function () { numbers.scrollTop = area.scrollTop; });
    draw();
  }

  function guard(form) {
    var changed = form.dataset.guard === 'changed';
    form.addEventListener('input', function (event) {
      if (event.target.name) {
        changed = true;
      }
    });
    form.addEventListener('submit', function () { changed = false; });
    window.addEventListener('beforeunload', function (event) {
      if (changed) {
        event.preventDefault();
      }
    });
  }

  // Within an open dialog Tab goes round, and Escape presses its way out.
  function hold(dialog) {
    dialog.addEventListener('keydown', function (event) {
      var stops = dialog.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea');
      if (event.key === 'Escape') {
        var out = dialog.querySelector('[data-escape], #keep');
        if (out) {
          out.click();
        }
      } else if (event.key === 'Tab' && stops.length) {
        var end = event.shiftKey ? stops[0] : stops[stops.length - 1];
        if (document.activeElement === end) {
          event.preventDefault();
          (event.shiftKey ? stops[stops.length - 1] : stops[0]).focus();
        }
      }
    });
  }

  function fileInto(chooser) {
    chooser.addEventListener('change', function () {
      var file = chooser.files[0];
      if (file) {
        file.text().then(function (text) { document.getElementById(chooser.dataset.into).value = text; });
      }
    });
    chooser.closest('[data-search]').hidden = false;
  }

  function copy(button) {
    button.hidden = false;
    button.addEventListener('click', function () {
      var field = document.getElementById(button.dataset.copy);
      field.select();
      navigator.clipboard.writeText(field.value).then(function () {
        document.getElementById(button.dataset.copy + '-status').textContent = button.dataset.done;
      });
    });
  }

  document.querySelectorAll('input[data-target]').forEach(lookUp);
  document.querySelectorAll('textarea[data-lines]').forEach(numberLines);
  document.querySelectorAll('form[data-guard]').forEach(guard);
  document.querySelectorAll('.veil .dialog').forEach(hold);
  document.querySelectorAll('input[data-into]').forEach(fileInto);
  document.querySelectorAll('button[data-copy]').forEach(copy);
  var first = document.querySelector('[data-focus=true]');
  if (first) {
    first.focus();
  }
}());
