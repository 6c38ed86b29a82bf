using System.Text.Json.Serialization;

namespace CecSim.Simulation.Commands;

/// <summary>One thing that came to a space from outside, as it can be done again.</summary>
public sealed record RecordedCommand(CommandKind Kind, DateTimeOffset At)
{
    /// <summary>When it is to be done again.</summary>
    public DateTimeOffset At { get; set; } = At;

    /// <summary>Of a request.</summary>
    public string? Method { get; init; }

    /// <summary>The path of a vendor request with its query; the pattern of a control route.</summary>
    public string? Path { get; init; }

    /// <summary>The headers of a vendor request that matter; the values in the path of a control request.</summary>
    public IReadOnlyDictionary<string, string>? Values { get; init; }

    /// <summary>
    /// Of a request, null when there was none, or none that could be read; what another server answered; the text of a
    /// scenario.
    /// </summary>
    public string? Body { get; set; }

    /// <summary>The place of the request that it is about, from 0.</summary>
    public int? Of { get; init; }

    /// <summary>The access code of the call whose media it is about.</summary>
    public string? AccessCode { get; init; }

    /// <summary>
    /// The phone that has dialled; the caller of media that joined; the digits of a signal; how media ended, where the
    /// customer did not hang up; the rate of time that runs; what part of a space began anew.
    /// </summary>
    public string? Text { get; init; }

    /// <summary>The SIP account of the phone that it is about.</summary>
    public string? Account { get; init; }

    /// <summary>The signal's name.</summary>
    public string? Signal { get; init; }
}

/// <summary>How something came to a space from outside.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CommandKind>))]
public enum CommandKind
{
    /// <summary>A request of a CEC client.</summary>
    Vendor,

    /// <summary>A request of the control API that changed something.</summary>
    Control,

    /// <summary>The client of an earlier request went away.</summary>
    HungUp,

    /// <summary>A browser called the gateway, whatever came of it.</summary>
    MediaInvited,

    /// <summary>Its media became those of its call.</summary>
    MediaJoined,

    /// <summary>Its media did something that a script may wait for.</summary>
    MediaSignal,

    /// <summary>It ended its media.</summary>
    MediaLeft,

    /// <summary>An agent's phone did something: a <see cref="PhoneSignal"/>.</summary>
    Phone,

    /// <summary>A server that is not CecSim answered what an earlier request made CecSim ask it.</summary>
    Answered,

    /// <summary>The file of its scenario was changed, and the space took what it says.</summary>
    Reloaded,

    /// <summary>A state of a pact's provider was set up.</summary>
    ProviderState,

    /// <summary>The space, or a part of it, began anew.</summary>
    Reset,

    /// <summary>Its time was moved, stopped or let run: how it goes on from there.</summary>
    Clock,

    /// <summary>Somebody saw how it stood.</summary>
    Moment,

    /// <summary>The answer to an earlier long poll was sent whole.</summary>
    Sent,

    /// <summary>The space took note of that: what was in it is delivered.</summary>
    Settled,

    /// <summary>The server ended: whatever was held, waited or spoken then ended with it.</summary>
    Restarted,
}

/// <summary>A command that the log keeps.</summary>
/// <param name="Number">Its place, from 0.</param>
public sealed record LoggedCommand(int Number, RecordedCommand Command);
