// Reads server-sent events from a response. The browser's own EventSource cannot send a token.
// https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream

/**
 * @param body stream of bytes
 * @param onBytes told whenever something came, comments included
 * @yields {{event, data, id}}; id is the last one seen, maybe of an earlier event
 */
export async function* events(body, onBytes) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  let event = 'message';
  let data = [];
  let id = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) {
      return;
    }
    onBytes();
    const lines = (rest + value).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop();
    for (const line of lines) {
      if (line === '') {
        if (data.length > 0) {
          yield { event, data: data.join('\n'), id };
        }
        event = 'message';
        data = [];
        continue;
      }
      const colon = line.indexOf(':');
      const field = colon < 0 ? line : line.slice(0, colon);
      const text = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
      if (field === 'event') {
        event = text;
      } else if (field === 'data') {
        data.push(text);
      } else if (field === 'id') {
        id = text;
      }
    }
  }
}
