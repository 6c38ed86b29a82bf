using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CecSim.Control.Contracts;
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
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(JournalVerdict))]
[JsonSerializable(typeof(CallMedia))]
[JsonSerializable(typeof(ProviderStateList))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(IReadOnlyList<FidelityClaim>))]
[JsonSerializable(typeof(ServerProcess))]
[JsonSerializable(typeof(ServerLatency))]
[JsonSerializable(typeof(SpaceNews))]
[JsonSerializable(typeof(Done))]
[JsonSerializable(typeof(DoneToPoll))]
[JsonSerializable(typeof(DoneToFault))]
[JsonSerializable(typeof(DoneToState))]
[JsonSerializable(typeof(Written))]
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

    private static AnswerJson Lines { get; } = new(new JsonSerializerOptions(Readable.Options)
    {
        WriteIndented = false,
    });

    /// <summary>One of many: a line of its own.</summary>
    public static string LineOf(SpaceNews item) => JsonSerializer.Serialize(item, Lines.SpaceNews);

    public static string Of<T>(T answer, JsonTypeInfo<T> shape) => JsonSerializer.Serialize(answer, shape) + "\n";
}

/// <summary>What is left to say of a space that is no more.</summary>
internal sealed record Done(string Name);

/// <summary>Which poll was released or cut.</summary>
internal sealed record DoneToPoll(string Id);

/// <summary>Which fault was disarmed.</summary>
internal sealed record DoneToFault(long Id);

/// <summary>Which provider state was undone.</summary>
internal sealed record DoneToState(string State);

/// <summary>Where a space was written to.</summary>
internal sealed record Written(string Name, string File);

/// <summary>How the server is.</summary>
/// <param name="Ready">Null where that was not asked.</param>
internal sealed record HealthLine(string Server, bool Live, bool? Ready);
