namespace CecSim.Cli.Calling;

/// <summary>How a call went.</summary>
/// <param name="IsSound">It was connected, and told of its end.</param>
/// <param name="Text">How it ended, in words.</param>
internal sealed record CallResult(bool IsSound, string Text)
{
    /// <summary>What came of the call at the gateway; null where none was made.</summary>
    public PhoneResult? Phone { get; init; }
}
