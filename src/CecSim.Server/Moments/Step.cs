namespace CecSim.Server.Moments;

/// <summary>One thing that came to a space from outside, as it can be done again.</summary>
internal sealed record Step(StepKind Kind, DateTimeOffset At)
{
    /// <summary>When it is to be done again.</summary>
    public DateTimeOffset At { get; set; } = At;

    /// <summary>Of a request.</summary>
    public string? Method { get; init; }

    /// <summary>The path of a vendor request with its query; the pattern of a control route.</summary>
    public string? Path { get; init; }

    /// <summary>The headers of a vendor request that matter; the values in the path of a control request.</summary>
    public IReadOnlyDictionary<string, string>? Values { get; init; }

    /// <summary>Null when there was none, or none that could be read.</summary>
    public string? Body { get; set; }

    /// <summary>The place of the request that hung up, from 0.</summary>
    public int? Of { get; init; }

    /// <summary>The access code of the call whose media it is about.</summary>
    public string? AccessCode { get; init; }

    /// <summary>
    /// The caller of media that joined; the digits of a signal; how media ended, where the customer did not hang up.
    /// </summary>
    public string? Text { get; init; }

    /// <summary>The signal's name.</summary>
    public string? Signal { get; init; }
}
