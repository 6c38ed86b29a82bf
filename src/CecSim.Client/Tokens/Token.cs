namespace CecSim.Client.Tokens;

/// <summary>
/// A token and how long it lives by this machine's own clock, whatever the server's says: from before it was asked for.
/// </summary>
internal sealed class Token(string text, long askedAt, TimeSpan lifetime)
{
    /// <summary>A secret.</summary>
    public string Text => text;

    /// <summary>Whether less than the margin is left; a token that lives but shortly keeps half of its life.</summary>
    public bool IsNearItsEnd(TimeSpan margin, TimeProvider time) =>
        lifetime - time.GetElapsedTime(askedAt) <= (margin < lifetime / 2 ? margin : lifetime / 2);
}
