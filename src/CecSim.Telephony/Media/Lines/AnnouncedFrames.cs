using CecSim.Telephony.Media.Clips;

namespace CecSim.Telephony.Media.Lines;

/// <summary>An announcement on its way, frame by frame.</summary>
internal sealed class AnnouncedFrames(Announcement announcement, Codec codec, bool repeats)
{
    private readonly byte[][] _payloads = announcement.PayloadsIn(codec);
    private int _at;

    /// <returns>The next frame and its loudness; null where there is none.</returns>
    public (byte[] Payload, int Level)? Next()
    {
        if (_at == _payloads.Length)
        {
            if (!repeats || _at == 0)
            {
                return null;
            }

            _at = 0;
        }

        var next = (_payloads[_at], announcement.Levels[_at]);
        _at++;
        return next;
    }

    public bool IsOver => !repeats && _at == _payloads.Length;
}
