namespace CecSim.ScenarioFiles.Tests;

/// <summary>What the callers of a scenario do.</summary>
/// <param name="CallersCount">How many place a call, all at once.</param>
/// <param name="Chats">Whether, and when, they also write.</param>
internal sealed record Story(int CallersCount = 1, ChatWhen Chats = ChatWhen.Never);

internal enum ChatWhen
{
    Never,
    BeforeTheCall,

    /// <summary>As soon as event 168101 has come.</summary>
    OnceConnected,

    /// <summary>A text session before the call, and a line about a refund as soon as event 168102 has come.</summary>
    OnceQueued,
}
