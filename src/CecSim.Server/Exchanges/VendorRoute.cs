using System.Text.Json.Serialization.Metadata;

namespace CecSim.Server.Exchanges;

/// <summary>One way to reach an operation, and who answers it.</summary>
/// <param name="AnswerBody">The body of status 200; null for what is no API.</param>
/// <param name="RefuseAsync">Tells a code other than 0, where the operation has a body of its own for that.</param>
internal sealed record VendorRoute(
    VendorOperation Operation,
    string Method,
    string Path,
    Func<VendorExchange, Task> AnswerAsync,
    JsonTypeInfo? AnswerBody = null,
    Func<VendorExchange, RefusalAnswer, Task>? RefuseAsync = null)
{
    /// <summary>All documented ways to it.</summary>
    public static IReadOnlyList<VendorRoute> Of(
        CecOperation id,
        Func<VendorExchange, Task> answerAsync,
        JsonTypeInfo? answerBody = null,
        Func<VendorExchange, RefusalAnswer, Task>? refuseAsync = null)
    {
        var told = VendorOperations.Of(id);
        return [.. told.Paths.Select(p => new VendorRoute(told, told.Method, p, answerAsync, answerBody, refuseAsync))];
    }

    /// <summary>Of a request that reaches no operation and has to be answered in CEC's shape all the same.</summary>
    public static VendorRoute ToNone(HttpRequest request) =>
        new(VendorOperations.Unknown, request.Method, request.Path, _ => Task.CompletedTask);
}
