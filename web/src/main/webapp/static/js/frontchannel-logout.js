// Goes on when the clients' logout pages have loaded, or have had their time; without script the button does the same.
(function () {
  'use strict';
  var LONGEST = 5000;
  var form = document.getElementById('frontchannel-logout');
  var gone = false;

  function go() {
    if (form && !gone) {
      gone = true;
      HTMLFormElement.prototype.submit.call(form);
    }
  }

  if (document.readyState === 'complete') {
    go();
  } else {
    // The page has loaded when its frames have.
    window.addEventListener('load', go);
    window.setTimeout(go, LONGEST);
  }
}());
