using CecSim.Simulation;
using Microsoft.AspNetCore.Http;

namespace CecSim.Server.Exchanges;

/// <summary>One documented way to reach an operation, and who answers it.</summary>
internal sealed record VendorRoute(
    CecOperation Operation, string Method, string Path, Func<VendorExchange, Task> AnswerAsync)
{
    public static VendorRoute Get(CecOperation operation, string path, Func<VendorExchange, Task> answerAsync) =>
        new(operation, HttpMethods.Get, path, answerAsync);

    public static VendorRoute Post(CecOperation operation, string path, Func<VendorExchange, Task> answerAsync) =>
        new(operation, HttpMethods.Post, path, answerAsync);
}
