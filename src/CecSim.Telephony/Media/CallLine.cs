using CecSim.Telephony.Media.Lines;
using CecSim.Telephony.Media.Rtcp;

namespace CecSim.Telephony.Media;

/// <summary>
/// An m-line for all of the call: what carries it now, and what did in other codecs, whose counts stay. One that comes
/// back to a codec goes on where it was, so there are never more of them than codecs.
/// </summary>
internal sealed class CallLine(OfferedLine offered, TimeProvider clock)
{
    private readonly List<MediaSection> _former = [];
    private string? _closed;

    public OfferedLine Offered { get; private set; } = offered;

    /// <summary>Null for one that is neither sound nor pictures.</summary>
    public MediaKind? Kind { get; } = offered.Media.Kind switch
    {
        "audio" => MediaKind.Audio,
        "video" => MediaKind.Video,
        _ => null,
    };

    /// <summary>Who has sent on it.</summary>
    public ReceivedSources Sources { get; } = new(clock);

    /// <summary>Null while it is refused or closed.</summary>
    public MediaSection? Current { get; private set; }

    /// <summary>Takes what a description makes of it.</summary>
    /// <param name="make">Makes what carries a codec that it has not had.</param>
    public void Take(OfferedLine offered, MediaDirection wish, Func<MediaSection> make)
    {
        Offered = offered;
        _closed = null;
        if (Current?.Continues(offered) != true)
        {
            Retire();
            Current = !offered.IsTaken ? null : Resume(offered) ?? make();
        }

        Current?.Change(offered, offered.Direction & wish);
    }

    /// <summary>The other side's answer to an own offer.</summary>
    public void Take(MediaDirection direction, bool isRejected)
    {
        _closed = isRejected && Current is not null ? "the answer has it with port 0" : null;
        Current?.Change(Offered, direction);
    }

    /// <summary>What a packet of this type belongs to, also when it was sent before the last change.</summary>
    public MediaSection? Carrying(byte payloadType) =>
        Current?.Carries(payloadType) == true ? Current : FormerCarrying(payloadType);

    public void ReceiveRtcp(in RtcpPacket packet)
    {
        Current?.ReceiveRtcp(packet);
        foreach (var line in _former)
        {
            line.ReceiveRtcp(packet);
        }
    }

    public LineReport Report()
    {
        LineReport? report = null;
        foreach (var line in Current is null ? _former : [.. _former, Current])
        {
            report = report is null ? line.Report() : line.Report().After(report);
        }

        report ??= new LineReport { Mid = Offered.Mid, Codec = null, Direction = MediaDirection.Inactive };
        return report with
        {
            Mid = Offered.Mid,
            Medium = Offered.Media.Kind,
            State = _closed is not null || Offered.IsClosed ? LineState.Closed
                : Current is null ? LineState.Refused
                : LineState.Active,
            Reason = _closed ?? Offered.Refusal,
        };
    }

    private MediaSection? FormerCarrying(byte payloadType) => _former.Find(l => l.Carries(payloadType));

    private MediaSection? Resume(OfferedLine offered)
    {
        var line = _former.Find(l => l.Continues(offered));
        if (line is not null)
        {
            _former.Remove(line);
        }

        return line;
    }

    private void Retire()
    {
        if (Current is { } line)
        {
            line.Retire();
            _former.Add(line);
        }
    }
}
