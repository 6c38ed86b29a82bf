using System.Text.Json.Serialization;

namespace CecSim.ControlClient;

/// <summary>How much of a space begins anew.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ResetScope>))]
public enum ResetScope
{
    /// <summary>Users, tokens, calls, chats, queues and agents; time, faults, journal and findings go on.</summary>
    [JsonStringEnumMemberName("state")]
    State,

    /// <summary>The journal and the findings are empty again.</summary>
    [JsonStringEnumMemberName("journal")]
    Journal,

    /// <summary>The faults are those of the scenario again, and count from the beginning.</summary>
    [JsonStringEnumMemberName("faults")]
    Faults,

    /// <summary>Time runs, or stands still, as it did at the beginning. It never goes back.</summary>
    [JsonStringEnumMemberName("clock")]
    Clock,

    /// <summary>Everything, time too: the space is as it was at its creation.</summary>
    [JsonStringEnumMemberName("all")]
    All,
}
