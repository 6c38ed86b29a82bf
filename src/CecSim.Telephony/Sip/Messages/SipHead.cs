using System.Text;
using System.Text.Unicode;

namespace CecSim.Telephony.Sip.Messages;

/// <summary>Everything before the empty line. A line may end with LF alone, which some senders do.</summary>
internal static class SipHead
{
    private const byte LineFeed = (byte)'\n';

    /// <summary>Where the body begins; -1 while the empty line is missing.</summary>
    public static int EndOf(ReadOnlySpan<byte> bytes, int searchFrom = 0)
    {
        for (var i = searchFrom; bytes[i..].IndexOf(LineFeed) is var found && found >= 0;)
        {
            i += found + 1;
            if (bytes[i..] is [LineFeed, ..])
            {
                return i + 1;
            }

            if (bytes[i..] is [(byte)'\r', LineFeed, ..])
            {
                return i + 2;
            }
        }

        return -1;
    }

    /// <summary>Empty lines before the start line are keep-alives or slips, and mean nothing (section 7.5).</summary>
    public static int StartOf(ReadOnlySpan<byte> bytes)
    {
        var start = bytes.IndexOfAnyExcept((byte)'\r', LineFeed);
        return start < 0 ? bytes.Length : start;
    }

    public static string[] Lines(ReadOnlySpan<byte> head) =>
    [
        .. Encoding.UTF8.GetString(head)
            .Split('\n')
            .Select(l => l.EndsWith('\r') ? l[..^1] : l)
            .TakeWhile(l => l.Length > 0),
    ];

    public static SipFault? FaultOf(ReadOnlySpan<byte> head, IReadOnlyList<string> lines) =>
        !Utf8.IsValid(head) ? SipFault.BadRequest("The head is not UTF-8")
        : lines.Any(HasLongValue) ? SipFault.BadRequest("A line is too long")
        : lines.Any(l => l.Contains('\r', StringComparison.Ordinal)) ? SipFault.BadRequest("A CR stands alone")
        : null;

    private static bool HasLongValue(string line) =>
        line.Length > SipLimits.ValueCharactersMax
        && line.Split(',').Any(v => v.Length > SipLimits.ValueCharactersMax);

    /// <summary>The one Content-Length; null when there is none. A wrong one is a fault.</summary>
    public static (int? Length, SipFault? Fault) LengthIn(SipHeaders headers)
    {
        var fields = headers.Fields("Content-Length").ToList();
        return fields.Count switch
        {
            0 => (null, null),
            1 when int.TryParse(fields[0], NumberStyles.None, CultureInfo.InvariantCulture, out var length) =>
                (length, null),
            1 => (null, SipFault.BadRequest("Content-Length is not a number")),
            _ => (null, SipFault.BadRequest("More than one Content-Length")),
        };
    }
}
