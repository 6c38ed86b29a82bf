namespace CecSim.Guarding;

/// <summary>For programs without a log: what is said the first time goes to a writer.</summary>
public sealed class WriterLog(TextWriter writer) : IGuardLog
{
    private readonly TextWriter _writer = TextWriter.Synchronized(writer);

    public void Failed(Failure first) =>
        _writer.WriteLine($"{first.Why} This is a bug.{Environment.NewLine}{first.Exception}");

    public void Met(string nuisance, string? detail) =>
        _writer.WriteLine(detail is null ? $"{nuisance}." : $"{nuisance}: {detail}");
}
