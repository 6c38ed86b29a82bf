namespace CecSim.Simulation.Polls;

/// <summary>The long polls of CEC. Each user has one mailbox and at most one current poll of each kind.</summary>
public enum PollKind
{
    ClickToCall,
    Chat,
}
