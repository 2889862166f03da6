// Answers a client's page that asks whether the login is still the one its session_state was made for
// (OpenID Connect Session Management 1.0 section 3). The page's origin is what the browser says it is, never what the page says.
(function () {
  'use strict';

  function browserState() {
    var found = document.cookie.split('; ').filter(function (cookie) {
      return cookie.indexOf('gatehouse_state=') === 0;
    });
    return found.length === 1 ? found[0].substring('gatehouse_state='.length) : '';
  }

  function hex(buffer) {
    return Array.prototype.map.call(new Uint8Array(buffer), function (byte) {
      return ('0' + byte.toString(16)).slice(-2);
    }).join('');
  }

  function judge(clientId, sessionState, origin) {
    var salt = sessionState.split('.')[1];
    var text = clientId + ' ' + origin + ' ' + browserState() + ' ' + salt;
    return crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)).then(function (digest) {
      return hex(digest) + '.' + salt === sessionState ? 'unchanged' : 'changed';
    });
  }

  window.addEventListener('message', function (event) {
    if (!event.source || event.origin === 'null') {
      return;
    }
    function answer(state) {
      event.source.postMessage(state, event.origin);
    }
    var parts = typeof event.data === 'string' ? event.data.split(' ') : [];
    var sessionState = parts.pop();
    var clientId = parts.join(' ');
    // Without a secure context there is no digest, and no cookie that could be read here either.
    if (!clientId || !/^[0-9a-f]{64}\.[A-Za-z0-9]+$/.test(sessionState) || !window.crypto || !crypto.subtle) {
      answer('error');
      return;
    }
    judge(clientId, sessionState, event.origin).then(answer, function () {
      answer('error');
    });
  });
}());
