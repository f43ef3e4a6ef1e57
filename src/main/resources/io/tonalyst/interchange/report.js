
"use strict";
(function () {
  var player = document.getElementById("player");
  var stopAt = Infinity;
  document.addEventListener("click", function (event) {
    var button = event.target.closest("button[data-from]");
    if (button) {
      stopAt = Number(button.dataset.to);
      player.currentTime = Number(button.dataset.from);
      player.play().catch(function () {});
    }
  });
  player.addEventListener("timeupdate", function () {
    if (player.currentTime >= stopAt) {
      stopAt = Infinity;
      player.pause();
    }
  });
})();
