using System.Globalization;

namespace CecSim.ControlClient;

/// <summary>Which requests are meant. What is null is not asked about.</summary>
public record JournalQuery
{
    /// <summary>The last word of the path, as in <c>getClickToCallEvents</c>.</summary>
    public string? Operation { get; init; }

    /// <summary>The HTTP method.</summary>
    public string? Method { get; init; }

    /// <summary>The path without its query.</summary>
    public string? Path { get; init; }

    /// <summary>The user that the request spoke for.</summary>
    public string? User { get; init; }

    /// <summary>The HTTP status of the answer; 0 for requests that got none.</summary>
    public int? Status { get; init; }

    /// <summary>The <c>resultCode</c> of the answer.</summary>
    public string? ResultCode { get; init; }

    /// <summary>Not before this moment of the space's time.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Not after this moment of the space's time.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Found anywhere in path, query or bodies; capitals do not matter.</summary>
    public string? Text { get; init; }

    internal string ToQueryString(int? limit, string? after)
    {
        (string Name, string? Value)[] parts =
        [
            ("operation", Operation), ("method", Method), ("path", Path), ("user", User),
            ("status", Status?.ToString(CultureInfo.InvariantCulture)), ("resultCode", ResultCode),
            ("since", Since?.ToString("O", CultureInfo.InvariantCulture)),
            ("until", Until?.ToString("O", CultureInfo.InvariantCulture)),
            ("text", Text), ("limit", limit?.ToString(CultureInfo.InvariantCulture)), ("after", after),
        ];
        return "?" + string.Join(
            '&', parts.Where(p => p.Value is not null).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}"));
    }
}
