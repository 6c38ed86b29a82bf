namespace CecSim.Simulation.Chat;

/// <summary>What robots and simulated agents say.</summary>
public interface IReplyGenerator
{
    /// <summary>A line to a customer: the same draw gives the same line.</summary>
    /// <param name="draw">Any number, from the space's seed.</param>
    string LineOf(ulong draw, ChatSpeaker speaker, ChatLanguage language);
}

/// <summary>What a customer is spoken to in: what the locale of its applyToken says.</summary>
public enum ChatLanguage
{
    English,
    Chinese,
}

/// <summary>Who writes to a customer of its own accord.</summary>
public enum ChatSpeaker
{
    Robot,
    Agent,
}
