namespace CecSim.Telephony.Media;

/// <content>What there is to tell of it.</content>
public sealed partial class MediaCall
{
    /// <summary>Checks come and nothing answers them.</summary>
    internal bool IgnoresChecks => _wishes.Trouble?.IgnoresChecks == true;

    public MediaReport Report()
    {
        lock (_gate)
        {
            return _core.Report(_source);
        }
    }
}
