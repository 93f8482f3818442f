// Copies the address that is shown once. Without scripts, or where the browser does not let pages copy, the field can be
// selected and copied by hand: the button is not shown.
(function () {
  "use strict";
  const campo = document.getElementById("indirizzo");
  const copia = document.getElementById("copia");
  if (!campo || !copia || !navigator.clipboard) {
    return;
  }
  copia.hidden = false;
  copia.addEventListener("click", async () => {
    const esito = document.getElementById("copiato");
    try {
      await navigator.clipboard.writeText(campo.value);
      esito.textContent = "Indirizzo copiato.";
    } catch (negato) {
      campo.focus();
      campo.select();
      esito.textContent = "Il browser non lo permette: l'indirizzo è selezionato, lo copi con la tastiera.";
    }
  });
})();
