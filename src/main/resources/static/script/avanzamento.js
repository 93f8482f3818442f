// Follows an act while it is being applied without loading the page again: whoever is reading, or on the way to a button
// with the keyboard, stays where he is. Without scripts the page's own meta refresh does the same, less gently.
(function () {
  "use strict";
  const ogniMillis = 3000;
  let inviato = false;

  async function aggiorna() {
    if (inviato) {
      return;
    }
    try {
      const risposta = await fetch(window.location.href, { cache: "no-store", credentials: "same-origin" });
      if (risposta.redirected || !risposta.ok) {
        window.location.reload();
        return;
      }
      const nuova = new DOMParser().parseFromString(await risposta.text(), "text/html");
      if (nuova.getElementById("stato").textContent !== document.getElementById("stato").textContent) {
        // other buttons, other sentences: the whole page
        window.location.reload();
        return;
      }
      const barra = document.getElementById("barra");
      barra.max = nuova.getElementById("barra").max;
      barra.value = nuova.getElementById("barra").value;
      for (const id of ["conteggio", "righe"]) {
        document.getElementById(id).replaceChildren(...nuova.getElementById(id).childNodes);
      }
    } catch (assente) {
      // the server does not answer: it is asked again
    }
    window.setTimeout(aggiorna, ogniMillis);
  }

  // the answer to a button is for the page that follows, not for one more reading of this one
  document.addEventListener("submit", () => { inviato = true; });
  window.setTimeout(aggiorna, ogniMillis);
})();
