namespace CecSim.Simulation.Queues;

/// <summary>Skill AnswerMode (Connection Bar, table 4-2): what a caller hears, not what a client sees.</summary>
public enum AnswerMode
{
    ReportNoVoice,
    ReportEmployeeId,
}
