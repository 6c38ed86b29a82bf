using Microsoft.AspNetCore.Http;

namespace CecSim.Server.Exchanges;

/// <summary>How an answer's body goes over the wire where faults would not have it go whole and at once.</summary>
internal sealed class AnswerDelivery(VendorExchange exchange)
{
    // Where a chunk's size should stand, in hexadecimal (RFC 9112, 7.1).
    private static readonly byte[] NoChunk = "no chunk\r\n"u8.ToArray();

    private int _piecesMax = 1;
    private TimeSpan _over;
    private AnswerEnd _end;

    /// <summary>Whether the client gets all of it: only then is an event that it carries delivered.</summary>
    public bool IsWhole => _end == AnswerEnd.Whole;

    public bool TakesTime => _piecesMax > 1;

    public void InPieces(int piecesMax, TimeSpan over)
    {
        _piecesMax = piecesMax;
        _over = over;
    }

    public void EndAs(AnswerEnd end) => _end = end;

    /// <summary>The part of a body that reaches the client.</summary>
    public ReadOnlyMemory<byte> SentOf(byte[] body) => body.AsMemory(0, IsWhole ? body.Length : body.Length / 2);

    public async Task WriteAsync(byte[] body)
    {
        var response = exchange.Http.Response;
        if (_end != AnswerEnd.BrokenChunk)
        {
            response.ContentLength = body.Length;
        }

        var sent = SentOf(body);
        await WriteInPiecesAsync(response, sent);
        if (!IsWhole)
        {
            byte[] lastBytes = _end == AnswerEnd.BrokenChunk ? NoChunk : [];
            await BrokenLine.CloseAfterAsync(exchange.Http, lastBytes);

            // Swallowed: nobody shall take the answer for one that was forgotten in the middle.
            await response.BodyWriter.WriteAsync(body.AsMemory(sent.Length));
        }
    }

    // Each piece has its own moment: whoever moves time past several of them gets all of those at once.
    private async Task WriteInPiecesAsync(HttpResponse response, ReadOnlyMemory<byte> body)
    {
        var time = exchange.Space.Time;
        var start = time.ReadNow();
        var count = Math.Clamp(body.Length, 1, _piecesMax);
        for (var i = 0; i < count; i++)
        {
            if (i > 0)
            {
                await exchange.Wait(time.WaitUntilAsync(
                    start + (_over * i / (count - 1)), exchange.Errand, exchange.Aborted));
            }

            var begin = (int)((long)body.Length * i / count);
            var end = (int)((long)body.Length * (i + 1) / count);
            await response.BodyWriter.WriteAsync(body[begin..end], exchange.Aborted);
        }
    }
}
