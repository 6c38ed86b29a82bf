using System.Text.Json.Serialization;

namespace CecSim.ControlClient;

/// <summary>How bad a finding is, the worst last.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FindingLevel>))]
public enum FindingLevel
{
    /// <summary>Against the letter of a document, without harm.</summary>
    [JsonStringEnumMemberName("info")]
    Info,

    /// <summary>Loses events or calls, or wears out the server, on some day.</summary>
    [JsonStringEnumMemberName("warning")]
    Warning,

    /// <summary>Does not work on CEC, or gives a secret away.</summary>
    [JsonStringEnumMemberName("error")]
    Error,
}
