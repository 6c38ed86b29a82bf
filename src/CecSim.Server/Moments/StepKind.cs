using System.Text.Json.Serialization;

namespace CecSim.Server.Moments;

/// <summary>How something came to a space from outside.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StepKind>))]
internal enum StepKind
{
    /// <summary>A request of a CEC client.</summary>
    Vendor,

    /// <summary>A request of the control API that changed something.</summary>
    Control,

    /// <summary>The client of an earlier request went away.</summary>
    HungUp,

    /// <summary>A browser called the gateway.</summary>
    MediaJoined,

    /// <summary>Its media did something that a script may wait for.</summary>
    MediaSignal,

    /// <summary>It ended its media.</summary>
    MediaLeft,
}
