namespace CecSim.Control.Contracts;

/// <summary>The skill queues of a space.</summary>
/// <param name="Queues">As the scenario has them.</param>
public sealed record QueueList(IReadOnlyList<QueueDetails> Queues);

/// <summary>A skill queue.</summary>
/// <param name="Name">Its name in the scenario.</param>
/// <param name="Type">What it is for.</param>
/// <param name="OnDuty">Of its agents, those who are signed in and take contacts.</param>
/// <param name="Idle">Of these, those who are idle.</param>
/// <param name="Waiting">Who waits, in the order of arrival.</param>
/// <param name="Description">Null where the scenario gives none.</param>
public sealed record QueueDetails(
    string Name,
    QueueType Type,
    int OnDuty,
    int Idle,
    IReadOnlyList<WaitingContact> Waiting,
    string? Description);

/// <summary>Someone who waits in a queue.</summary>
/// <param name="Place">The place, from 1.</param>
/// <param name="Kind">What for.</param>
/// <param name="UserId">Who waits.</param>
/// <param name="ChannelId">The user's channel.</param>
/// <param name="Since">When the waiting in this queue began.</param>
/// <param name="Due">When it ends at the latest.</param>
public sealed record WaitingContact(
    int Place, ContactKind Kind, string UserId, string ChannelId, DateTimeOffset Since, DateTimeOffset Due);

/// <summary>What a skill queue is for.</summary>
[JsonConverter(typeof(EnumWordConverter<QueueType>))]
public enum QueueType
{
    /// <summary>A type that this client does not know.</summary>
    Unknown,

    /// <summary>Calls by telephone.</summary>
    Voice,

    /// <summary>Text sessions.</summary>
    Multimedia,

    /// <summary>Calls by video telephone.</summary>
    Video,

    /// <summary>Click-to-calls with sound.</summary>
    VoiceClickToDial,

    /// <summary>Click-to-calls with pictures.</summary>
    VideoClickToDial,
}

/// <summary>What somebody waits for.</summary>
[JsonConverter(typeof(EnumWordConverter<ContactKind>))]
public enum ContactKind
{
    /// <summary>One that this client does not know.</summary>
    Unknown,

    /// <summary>A call.</summary>
    Call,

    /// <summary>A text session.</summary>
    Chat,
}
