// The script of a payment provider that is played, as a host includes it in its page: `playedProvider` draws
// the provider's frame, and asks it for a token. The card is in the frame alone, on the provider's origin.
const { origin } = new URL(document.currentScript.src);

window.playedProvider = {
  /** All that it was asked to draw, and how often that was taken away again. */
  mounted: [],
  unmounted: 0,
  async mount(container, options) {
    this.mounted.push(options);
    const frame = document.createElement("iframe");
    frame.src = origin + "/frame.html";
    frame.title = "Card";
    const loaded = new Promise((done) => frame.addEventListener("load", done));
    container.append(frame);
    await loaded;
    const ask = () =>
      new Promise((done, failed) => {
        const hear = ({ data, source }) => {
          if (source !== frame.contentWindow) return;
          removeEventListener("message", hear);
          if (data.error) failed(new Error(data.error));
          else done(data);
        };
        addEventListener("message", hear);
        frame.contentWindow.postMessage("tokenize", origin);
      });
    return { tokenize: ask, unmount: () => this.unmounted++ };
  },
};
