namespace CecSim.Simulation.Commands;

/// <summary>Where the commands of a space are kept beyond the process.</summary>
public interface ICommandStore
{
    /// <summary>Why no command can be kept at present, in a sentence; null while all is well.</summary>
    string? WhyFull { get; }

    /// <summary>Takes the next command. It is called under locks: it neither waits nor throws.</summary>
    void Append(RecordedCommand command);

    /// <summary>Ends when all that was appended until now outlives the process.</summary>
    ValueTask WhenKeptAsync();
}
