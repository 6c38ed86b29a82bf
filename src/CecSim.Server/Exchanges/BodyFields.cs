using System.Buffers;

namespace CecSim.Server.Exchanges;

/// <summary>
/// A request's JSON object, read field by field. What is wrong is collected, so that one answer names it all.
/// The content type is not looked at: documented clients send JSON under several.
/// </summary>
internal sealed class BodyFields
{
    private readonly JsonElement _object;
    private ReadOnlyMemory<byte> _raw;
    private readonly List<string> _problems = [];
    private readonly int _brokenStatus = StatusCodes.Status400BadRequest;

    private BodyFields(JsonElement body) => _object = body;

    private BodyFields(int status, string problem)
    {
        _brokenStatus = status;
        _problems.Add(problem);
    }

    /// <summary>What to answer when a field was not as it must be; null when all were.</summary>
    public RefusalAnswer? Problem =>
        _problems.Count == 0 ? null : GenericStatuses.ToAnswer(_brokenStatus, Complaint + ".");

    /// <summary>As it came; empty for one that was too large.</summary>
    public ReadOnlyMemory<byte> Raw => _raw;

    /// <summary>What is wrong, one thing each.</summary>
    public IReadOnlyList<string> Problems => _problems;

    public IEnumerable<string> FieldNames => IsBroken ? [] : _object.EnumerateObject().Select(NameOf);

    /// <summary>What is wrong, in words, for operations that have a result code for it.</summary>
    public string Complaint => string.Join("; ", _problems);

    /// <summary>Whether a mandatory field is not there.</summary>
    public bool LacksAny { get; private set; }

    /// <summary>The object as it came; empty when it is broken.</summary>
    public string RawText => IsBroken ? "" : _object.GetRawText();

    /// <summary>Whether there is no JSON object at all, so that no field can be read.</summary>
    public bool IsBroken => _object.ValueKind != JsonValueKind.Object;

    public static async Task<BodyFields> ReadAsync(HttpRequest request, int bytesMax, CancellationToken aborted)
    {
        if (request.ContentLength > bytesMax)
        {
            return TooLarge(bytesMax);
        }

        var reader = request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(aborted);
            if (read.Buffer.Length > bytesMax)
            {
                reader.AdvanceTo(read.Buffer.End);
                return TooLarge(bytesMax);
            }

            if (read.IsCompleted)
            {
                var body = read.Buffer.ToArray();
                reader.AdvanceTo(read.Buffer.End);
                var fields = Parse(body);
                fields._raw = body;
                return fields;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    /// <summary>A mandatory text. What is missing, empty, of another type or too long becomes a problem.</summary>
    public string Text(string name, int charsMax = 1_000)
    {
        if (IsBroken)
        {
            return "";
        }

        if (!_object.TryGetProperty(name, out var value))
        {
            _problems.Add($"{name} is missing");
            LacksAny = true;
            return "";
        }

        var text = TextOf(name, value, charsMax);
        if (text is "")
        {
            _problems.Add($"{name} is empty");
        }

        return text ?? "";
    }

    /// <summary>A text that may be absent or null.</summary>
    public string? OptionalText(string name, int charsMax = 1_000) =>
        IsBroken || !_object.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null
            ? null
            : TextOf(name, value, charsMax);

    /// <summary>A text if it is there, without a judgement on it.</summary>
    public string GetStringOrEmpty(string name) =>
        !IsBroken && _object.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? UnicodeOf(value) ?? ""
            : "";

    /// <summary>A mandatory text out of a documented set.</summary>
    public string OneOf(string name, params ReadOnlySpan<string> allowed)
    {
        var before = _problems.Count;
        var text = Text(name);
        if (!IsBroken && _problems.Count == before && !allowed.Contains(text))
        {
            _problems.Add($"{name} must be {string.Join(" or ", allowed)}");
        }

        return text;
    }

    /// <summary>Mandatory bytes as Base64. No bytes are bytes: the text may be empty.</summary>
    public byte[] Base64(string name)
    {
        if (IsBroken || !_object.TryGetProperty(name, out var value))
        {
            Text(name);
            return [];
        }

        if (value.ValueKind == JsonValueKind.String && value.TryGetBytesFromBase64(out var bytes))
        {
            return bytes;
        }

        _problems.Add($"{name} must be Base64");
        return [];
    }

    /// <summary>A mandatory text that is known beforehand.</summary>
    /// <param name="meaning">What it must be, in words.</param>
    public void Same(string name, string expected, string meaning)
    {
        var before = _problems.Count;
        if (Text(name) != expected && !IsBroken && _problems.Count == before)
        {
            _problems.Add($"{name} must be {meaning}");
        }
    }

    private string? TextOf(string name, JsonElement value, int charsMax)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            _problems.Add($"{name} must be a string, not {Describe(value.ValueKind)}");
            return null;
        }

        var text = UnicodeOf(value);
        if (text is null)
        {
            _problems.Add($"{name} is no Unicode text");
        }
        else if (text.Length > charsMax)
        {
            _problems.Add($"{name} is longer than {charsMax} characters");
        }

        return text;
    }

    // JSON's grammar lets half a surrogate pair and broken UTF-8 through; only reading the text shows them.
    private static string? UnicodeOf(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    // As with values, a name may be no Unicode text.
    private static string NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return "?";
        }
    }

    private static BodyFields TooLarge(int bytesMax) =>
        new(StatusCodes.Status413PayloadTooLarge, $"At most {bytesMax} bytes are taken");

    private static BodyFields Parse(byte[] body)
    {
        if (ByteOrderMark.WhyNotUtf8(body) is { } mark)
        {
            return Broken(mark);
        }

        try
        {
            var reader = new Utf8JsonReader(ByteOrderMark.Skip(body).Span);
            var root = JsonElement.ParseValue(ref reader);
            if (reader.Read())
            {
                return Broken("the body must be one JSON object");
            }

            return root.ValueKind == JsonValueKind.Object
                ? new BodyFields(root)
                : Broken($"the body must be a JSON object, not {Describe(root.ValueKind)}");
        }
        catch (JsonException e)
        {
            return Broken(BrokenJson.Describe(ByteOrderMark.Skip(body).Span, e));
        }
    }

    private static BodyFields Broken(string problem) => new(StatusCodes.Status400BadRequest, problem);

    private static string Describe(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "a boolean",
        JsonValueKind.String => "a string",
        JsonValueKind.Null or JsonValueKind.Undefined => "null",
    };
}
