namespace CecSim.Simulation.Chat;

/// <summary>
/// The answers that a session's robot or agent still owes: it thinks about one message after the other, and whoever
/// takes the session over takes over what was not answered.
/// </summary>
internal sealed class PendingReplies(ChatServices floor, Action answer)
{
    private ScheduledTimer? _thought;
    private int _count;

    public bool AreAny => _count > 0;

    public void Add() => _count++;

    public void Think()
    {
        if (AreAny && _thought is null or { IsOver: true })
        {
            var time = floor.Centre.Time;
            var thinking = floor.Draws.Within(floor.Centre.Settings.ChatThinking);
            _thought = time.At(time.Now + thinking, "chat answer", Answer);
        }
    }

    /// <summary>Who was thinking is gone.</summary>
    public void Interrupt() => floor.Centre.Time.Cancel(_thought);

    /// <summary>All is answered in another way.</summary>
    public void Forget()
    {
        Interrupt();
        _count = 0;
    }

    private void Answer()
    {
        _count--;
        answer();
        Think();
    }
}
