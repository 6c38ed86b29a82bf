using CecSim.Simulation.Faults;

namespace CecSim.Server.Exchanges;

/// <summary>Sends an answer's body as faults would have it.</summary>
internal sealed class ResponseWriter(VendorExchange exchange)
{
    // Where a chunk's size should stand, in hexadecimal (RFC 9112, 7.1).
    private static readonly byte[] NoChunk = "no chunk\r\n"u8.ToArray();

    public AnswerPlan Plan { get; set; } = AnswerPlan.Untouched;

    /// <summary>Whether the client gets all of it: only then is an event that it carries delivered.</summary>
    public bool IsWhole => Plan.Ending == AnswerEnding.Whole;

    public bool TakesTime => Plan.Pieces is not null;

    /// <summary>The part of a body that reaches the client.</summary>
    public ReadOnlyMemory<byte> SentOf(byte[] body) => body.AsMemory(0, IsWhole ? body.Length : body.Length / 2);

    public async Task WriteAsync(byte[] body)
    {
        var response = exchange.Http.Response;
        if (Plan.Ending != AnswerEnding.BrokenChunk)
        {
            response.ContentLength = body.Length;
        }

        var sent = SentOf(body);
        await WriteInPiecesAsync(sent);
        if (!IsWhole)
        {
            byte[] lastBytes = Plan.Ending == AnswerEnding.BrokenChunk ? NoChunk : [];
            await ConnectionAborter.CloseAfterAsync(exchange.Http, lastBytes);

            // Swallowed: nobody shall take the answer for one that was forgotten in the middle.
            await response.BodyWriter.WriteAsync(body.AsMemory(sent.Length));
        }
    }

    // Each piece has its own moment: whoever moves time past several of them gets all of those at once.
    private async Task WriteInPiecesAsync(ReadOnlyMemory<byte> body)
    {
        var time = exchange.Space.Time;
        var start = time.ReadNow();
        var begin = 0;
        foreach (var piece in Plan.Pieces?.Invoke(body.Length) ?? [new AnswerPiece(body.Length, TimeSpan.Zero)])
        {
            if (piece.After > TimeSpan.Zero)
            {
                await exchange.Wait(
                    time.WaitUntilAsync(start + piece.After, exchange.InFlight, exchange.Aborted));
            }

            await exchange.Http.Response.BodyWriter.WriteAsync(body[begin..piece.End], exchange.Aborted);
            begin = piece.End;
        }
    }
}
