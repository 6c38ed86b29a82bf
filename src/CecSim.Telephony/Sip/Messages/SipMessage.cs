using System.Text;

namespace CecSim.Telephony.Sip.Messages;

/// <summary>
/// A request or a response. What <see cref="SipValidator"/> has passed can be asked for its parts; in any other
/// message they may be missing, and asking is a bug.
/// </summary>
internal abstract class SipMessage
{
    private SipVia? _via;
    private SipAddress? _from;
    private SipAddress? _to;

    public SipHeaders Headers { get; init; } = [];

    public ReadOnlyMemory<byte> Body { get; set; }

    public string BodyText => Encoding.UTF8.GetString(Body.Span);

    public string StartLine => this switch
    {
        SipRequest request => $"{request.Method} {request.Uri} {SipReader.Version}",
        SipResponse response => $"{SipReader.Version} {response.Status} {response.Reason}",
        _ => throw new InvalidOperationException(),
    };

    /// <summary>The topmost Via: of a request the sender, of a response ourselves.</summary>
    public SipVia Via => _via ??= SipVia.TryParse(Headers.Values("Via").First(), out var via) ? via : throw Unsound();

    public SipAddress From => _from ??= AddressOf("From");

    public SipAddress To => _to ??= AddressOf("To");

    public string CallId => Headers["Call-ID"] ?? throw Unsound();

    public uint Sequence => uint.Parse(SequenceParts[0], CultureInfo.InvariantCulture);

    public string SequenceMethod => SequenceParts[1];

    /// <summary>Without parameters and in lower case; null without a body that needs one.</summary>
    public string? ContentType => Headers["Content-Type"]?.Split(';')[0].Trim().ToLowerInvariant();

    private string[] SequenceParts =>
        Headers["CSeq"]!.Split([' ', '\t'], 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public void SetBody(string contentType, string body)
    {
        Headers.Set("Content-Type", contentType);
        Body = Encoding.UTF8.GetBytes(body);
    }

    private SipAddress AddressOf(string name) =>
        SipAddress.TryParse(Headers[name]!, out var address) ? address : throw Unsound();

    private static InvalidOperationException Unsound() => new("Only sound messages have parts.");
}
