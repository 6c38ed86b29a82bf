namespace CecSim.Telephony.Media.Rtp;

/// <summary>
/// The senders that an m-line had, one after the other: what one has lost stays lost after the next. A change of the
/// codec is none of the sender, whose numbers run on.
/// </summary>
internal sealed class ReceivedSources(TimeProvider clock)
{
    /// <summary>Packets of the one before may still come; those of earlier ones hardly.</summary>
    private const int SourcesMax = 4;

    private readonly List<ReceptionStatistics> _all = [];
    private long _lostBefore;

    /// <summary>Who sends now; null before the first packet.</summary>
    public ReceptionStatistics? Current => _all.Count == 0 ? null : _all[^1];

    public long Lost
    {
        get
        {
            var lost = _lostBefore;
            foreach (var source in _all)
            {
                lost += source.Lost;
            }

            return lost;
        }
    }

    /// <summary>What is told of a sender, who is the current one from here on.</summary>
    public ReceptionStatistics Of(uint ssrc) =>
        Current is { } current && current.Ssrc == ssrc ? current : ChangeTo(ssrc);

    private ReceptionStatistics ChangeTo(uint ssrc)
    {
        var index = _all.FindIndex(s => s.Ssrc == ssrc);
        var source = index < 0 ? new ReceptionStatistics(ssrc, clock) : _all[index];
        if (index >= 0)
        {
            _all.RemoveAt(index);
        }
        else if (_all.Count == SourcesMax)
        {
            _lostBefore += _all[0].Lost;
            _all.RemoveAt(0);
        }

        _all.Add(source);
        return source;
    }
}
