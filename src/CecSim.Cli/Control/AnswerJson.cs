using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CecSim.ControlClient;

namespace CecSim.Cli.Control;

/// <summary>Answers for programs: lists are arrays; the rest has the names of the control API.</summary>
[JsonSerializable(typeof(IReadOnlyList<SpaceDetails>))]
[JsonSerializable(typeof(IReadOnlyList<HeldPoll>))]
[JsonSerializable(typeof(IReadOnlyList<CallDetails>))]
[JsonSerializable(typeof(IReadOnlyList<QueueDetails>))]
[JsonSerializable(typeof(IReadOnlyList<AgentDetails>))]
[JsonSerializable(typeof(IReadOnlyList<ArmedFault>))]
[JsonSerializable(typeof(JournalPage))]
[JsonSerializable(typeof(Explanation))]
[JsonSerializable(typeof(Done))]
[JsonSerializable(typeof(DoneToPoll))]
[JsonSerializable(typeof(DoneToFault))]
[JsonSerializable(typeof(HealthLine))]
internal sealed partial class AnswerJson : JsonSerializerContext
{
    public static AnswerJson Readable { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    });

    public static string Of<T>(T answer, JsonTypeInfo<T> shape) => JsonSerializer.Serialize(answer, shape) + "\n";
}

/// <summary>What is left to say of a space that is no more.</summary>
internal sealed record Done(string Name);

/// <summary>Which poll was released or cut.</summary>
internal sealed record DoneToPoll(string Id);

/// <summary>Which fault was disarmed.</summary>
internal sealed record DoneToFault(long Id);

/// <summary>How the server is.</summary>
internal sealed record HealthLine(string Server, bool Live, bool Ready);
