using System.Text;
using CecSim.Telephony.Sip.Messages;

namespace CecSim.Telephony.Sip;

/// <summary>One message as it passed.</summary>
/// <param name="Timestamp">When, as the server's <see cref="TimeProvider"/> counts.</param>
/// <param name="IsIncoming">Whether it came from the peer.</param>
/// <param name="Transport">What it passed over.</param>
/// <param name="Remote">The peer; null when the host does not know it.</param>
/// <param name="Bytes">The whole of it. What has secrets is not masked.</param>
public sealed record TracedMessage(
    long Timestamp, bool IsIncoming, SipTransport Transport, IPEndPoint? Remote, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Where it came to or went out from; null when the host does not know it.</summary>
    public IPEndPoint? Local { get; init; }

    /// <summary>What is asked, or what the answer is for; empty where it has no CSeq.</summary>
    public string Method => Value("CSeq").Split(' ', StringSplitOptions.RemoveEmptyEntries) is [.., var method]
        ? method : "";

    /// <summary>Of an answer; null for a request.</summary>
    public int? Status => StartLine.StartsWith("SIP/", StringComparison.OrdinalIgnoreCase)
        && StartLine.Split(' ', 3) is [_, var status, ..]
        && int.TryParse(status, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Who asked. Empty where that cannot be read.</summary>
    public (string User, string Domain) From => PartyIn("From");

    /// <summary>Who is asked. Empty where that cannot be read.</summary>
    public (string User, string Domain) To => PartyIn("To");

    /// <summary>The first line.</summary>
    public string StartLine => Lines() is [var first, ..] ? first : "";

    /// <summary>As far as they can be read.</summary>
    public IReadOnlyList<SipHeader> Headers
    {
        get
        {
            var headers = new SipHeaders();
            SipReader.ReadHeaders(Lines().AsSpan(1), headers);
            return [.. headers];
        }
    }

    /// <summary>Empty for none.</summary>
    public string Body =>
        SipHead.EndOf(Bytes.Span) is var end and >= 0 ? Encoding.UTF8.GetString(Bytes.Span[end..]) : "";

    private (string User, string Domain) PartyIn(string header) =>
        SipAddress.TryParse(Value(header), out var address) ? (address.Uri.User ?? "", address.Uri.Host) : ("", "");

    private string Value(string name) => Headers.FirstOrDefault(h => SipText.IsSame(h.Name, name)).Value ?? "";

    private string[] Lines() => SipHead.Lines(Bytes.Span[SipHead.StartOf(Bytes.Span)..]);
}
