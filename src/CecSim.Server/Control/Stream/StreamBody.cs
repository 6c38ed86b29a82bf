using CecSim.Control.Contracts;

namespace CecSim.Server.Control.Stream;

/// <summary>Something that has just happened, and of what follows the one part that it is about.</summary>
/// <param name="At">In the space's time.</param>
internal sealed record StreamBody(DateTimeOffset At)
{
    /// <summary>Of <c>following</c>: whose news these are.</summary>
    public string? Space { get; init; }

    /// <summary>Of <c>request</c>: as the journal has it.</summary>
    public JournalEntry? Entry { get; init; }

    /// <summary>Of <c>pollHeld</c> and <c>pollReleased</c>.</summary>
    public HeldPoll? Poll { get; init; }

    /// <summary>Of <c>pollReleased</c>: how many events its answer carries.</summary>
    public int? Events { get; init; }

    /// <summary>Of <c>call</c>.</summary>
    public MovedCallBody? Call { get; init; }

    /// <summary>Of <c>callEvent</c>.</summary>
    public ToldEventBody? CallEvent { get; init; }

    /// <summary>Of <c>agent</c>.</summary>
    public AgentDetails? Agent { get; init; }

    /// <summary>Of <c>finding</c>.</summary>
    public FoundBody? Finding { get; init; }

    /// <summary>Of <c>media</c>.</summary>
    public MovedMediaBody? Media { get; init; }

    /// <summary>Of <c>reset</c>: its scope.</summary>
    public ResetScope? Reset { get; init; }

    /// <summary>Of <c>failed</c>: why nothing happens any more. <c>healed</c> comes after the reset.</summary>
    public string? Failed { get; init; }

    /// <summary>Of <c>dropped</c>: how many are missing here, because they came faster than they were read.</summary>
    public long? Dropped { get; init; }

    /// <summary>A call as it is now.</summary>
    internal sealed record MovedCallBody(
        long Id,
        CallState State,
        string UserId,
        string ChannelId,
        CallMedium Media,
        string AccessCode,
        string? Queue,
        int? WorkNo);

    /// <param name="CallId">Null when the user has no call.</param>
    internal sealed record ToldEventBody(long? CallId, string UserId, CallEventDetails Event);

    /// <param name="Entry">The id to explain.</param>
    internal sealed record FoundBody(
        string Code,
        FindingLevel Level,
        string Sentence,
        string? Entry,
        string? User,
        string? Detail);

    /// <param name="What"><c>connected</c>, <c>pressed</c>, <c>held</c>, <c>resumed</c> or <c>ended</c>.</param>
    /// <param name="Report">Of <c>ended</c>: all there is to tell.</param>
    internal sealed record MovedMediaBody(
        long CallId,
        [property: Words("connected", "pressed", "held", "resumed", "ended")] string What,
        string? Keys,
        CallMedia? Report);
}
