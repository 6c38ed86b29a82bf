namespace CecSim.Simulation.Journal;

/// <summary>A body as it came, or the beginning of one that is too long.</summary>
public readonly record struct DraftBody
{
    private DraftBody(ReadOnlyMemory<byte> kept, long bytesCount)
    {
        Kept = kept;
        BytesCount = bytesCount;
    }

    public ReadOnlyMemory<byte> Kept { get; }

    public long BytesCount { get; }

    /// <param name="body">Left alone from now on: it is kept as it is, unless it must be cut.</param>
    public static DraftBody Of(ReadOnlyMemory<byte> body, int charsMax) =>
        body.Length <= charsMax
            ? new DraftBody(body, body.Length)
            : new DraftBody(body[..Math.Min(body.Length, charsMax + Masking.CutMarginChars)].ToArray(), body.Length);
}
