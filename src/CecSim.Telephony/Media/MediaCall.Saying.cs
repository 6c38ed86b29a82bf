using CecSim.Telephony.Media.Clips;

namespace CecSim.Telephony.Media;

/// <content>What is said to the peer beside its source.</content>
public sealed partial class MediaCall
{
    /// <summary>Sends it once above all else, in the place of what was said before; null for no more of that.</summary>
    public void Say(Announcement? once)
    {
        lock (_gate)
        {
            _core.Lines.Say(once);
        }
    }

    /// <summary>Sends it again and again in the place of the source; null for the source.</summary>
    public void Loop(Announcement? again)
    {
        lock (_gate)
        {
            _core.Lines.Loop(again);
        }
    }
}
