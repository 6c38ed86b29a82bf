namespace CecSim.Server.Exchanges;

/// <summary>Header names of the protocol (Voice and Video Access, 2.1 and 4.1), and our own.</summary>
internal static class CecHeaders
{
    public const string AppKey = "x-app-key";
    public const string MessagingToken = "ccmessaging-token";
    public const string TokenExpire = "X-Token-Expire";

    /// <summary>Under which name a request stands in the journal.</summary>
    public const string Id = "X-CecSim-Id";

    /// <summary>What was wrong, in words, where the body must stay the vendor's.</summary>
    public const string Why = "X-CecSim-Why";
}
