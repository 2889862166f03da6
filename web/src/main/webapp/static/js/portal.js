// What the portal's pages do with script: find applications while typing, show times in the browser's time zone, copy a key.
// Everything works without: by sending the form, in UTC, by selecting the text.
(function () {
  'use strict';

  var PAUSE = 200;

  function findHere(found, wanted) {
    var words = wanted.toLowerCase().split(/\s+/);
    var count = 0;
    found.querySelectorAll('[data-group]').forEach(function (group) {
      var any = false;
      var heading = group.querySelector('h2');
      group.querySelectorAll('[data-card]').forEach(function (card) {
        var text = ((heading ? heading.textContent : '') + ' ' + card.textContent).toLowerCase();
        card.hidden = !words.every(function (word) { return text.indexOf(word) >= 0; });
        any = any || !card.hidden;
        count += card.hidden ? 0 : 1;
      });
      group.hidden = !any;
    });
    var recent = document.getElementById('recent');
    if (recent) {
      recent.hidden = wanted !== '';
    }
    document.getElementById('no-match').hidden = count > 0;
    say(wanted === '' ? '' : count);
  }

  function say(count) {
    var status = document.getElementById('found-count');
    status.textContent = count === '' ? '' : count + ' ' + status.dataset.text;
  }

  // Where not all are on the page the server is asked, and only the answer to what was typed last counts.
  function finder(form) {
    var field = form.querySelector('input[type=search]');
    var latest = 0;
    var pause;

    function ask() {
      var number = latest += 1;
      var wanted = field.value.trim();
      var address = form.action + (wanted === '' ? '' : '?search=' + encodeURIComponent(wanted));
      fetch(address, {credentials: 'same-origin', redirect: 'error'}).then(function (answer) {
        return answer.ok ? answer.text() : Promise.reject(new Error(String(answer.status)));
      }).then(function (text) {
        var fresh = new DOMParser().parseFromString(text, 'text/html').getElementById('found');
        if (fresh && number === latest) {
          document.getElementById('found').replaceWith(document.importNode(fresh, true));
          say(wanted === '' ? '' : fresh.dataset.count);
        }
      }).catch(function () {
        form.submit();
      });
    }

    field.addEventListener('input', function () {
      var found = document.getElementById('found');
      if (found.dataset.all === 'true') {
        findHere(found, field.value.trim());
      } else {
        clearTimeout(pause);
        pause = setTimeout(ask, PAUSE);
      }
    });
  }

  function showLocally(time) {
    var moment = new Date(time.dateTime);
    if (!isNaN(moment)) {
      time.title = time.textContent;
      time.textContent = new Intl.DateTimeFormat(document.documentElement.lang, {dateStyle: 'medium', timeStyle: 'short'}).format(moment);
    }
  }

  function sayZone(text) {
    text.textContent = text.dataset.known + ' ' + Intl.DateTimeFormat().resolvedOptions().timeZone + '.';
  }

  function copier(button) {
    if (!navigator.clipboard) {
      return;
    }
    button.hidden = false;
    button.addEventListener('click', function () {
      navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent).then(function () {
        button.textContent = button.dataset.copied;
      });
    });
  }

  // After a form the page is a new one: the keyboard goes on where it was. Browsers give up the focus when they go to the part of the
  // page that its address names, which they do until the page has been loaded.
  function returnFocus() {
    var card = location.hash.indexOf('#app-') === 0 ? document.getElementById(location.hash.substring(1)) : null;
    var target = card ? card.querySelector('.star') : document.querySelector('[data-focus]');
    if (target) {
      target.focus();
    }
  }

  document.querySelectorAll('#application-search').forEach(finder);
  document.querySelectorAll('time[datetime]').forEach(showLocally);
  document.querySelectorAll('#time-zone').forEach(sayZone);
  document.querySelectorAll('[data-copy]').forEach(copier);
  window.addEventListener('load', function () {
    setTimeout(returnFocus, 0);
  });
}());
