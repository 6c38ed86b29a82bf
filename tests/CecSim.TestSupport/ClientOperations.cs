using System.Reflection;
using System.Text.Json.Nodes;
using CecSim.Control.Contracts;
using CecSim.ControlClient;

namespace CecSim.Tests;

/// <summary>An operation of the control API as its document tells it.</summary>
/// <param name="Id">Its <c>operationId</c>.</param>
/// <param name="Path">Segments; those in braces stand for any.</param>
/// <param name="Query">The names of its query parameters.</param>
internal sealed record ControlOperation(string Id, string Method, string[] Path, IReadOnlyList<string> Query)
{
    public static IReadOnlyList<ControlOperation> All { get; } = Read();

    public bool Is(HttpMethod method, string[] path) =>
        method.Method == Method && path.Length == Path.Length
        && Path.Zip(path).All(s => s.First.StartsWith('{') || s.First == s.Second);

    private static List<ControlOperation> Read()
    {
        var document = Checkout.PathOf("src", "CecSim.Server", "OpenApi", "control.json");
        return
        [
            .. from path in JsonNode.Parse(File.ReadAllText(document))!["paths"]!.AsObject()
               from operation in path.Value!.AsObject()
               where operation.Value is JsonObject
               let parameters = operation.Value!["parameters"]?.AsArray() ?? []
               select new ControlOperation(
                   (string)operation.Value!["operationId"]!,
                   operation.Key.ToUpperInvariant(),
                   path.Key.Split('/'),
                   [.. parameters.Where(p => (string?)p!["in"] == "query").Select(p => (string)p!["name"]!)]),
        ];
    }
}

/// <summary>A method of the client, and what it asks for.</summary>
/// <param name="Way">The members that lead to it, itself the last: a part of the client is got from another.</param>
/// <param name="Operations">Empty where it asks for nothing that the document knows.</param>
/// <param name="Query">The names in its query when everything that it can be given is given.</param>
internal sealed record ClientMethod(
    IReadOnlyList<MethodInfo> Way, IReadOnlyList<ControlOperation> Operations, IReadOnlyList<string> Query)
{
    public override string ToString() => string.Join(", ", Way.Select(NameOf));

    /// <summary>As in <c>SpaceControl.ExportAsync</c>.</summary>
    public static string NameOf(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";
}

/// <summary>
/// Which operation each method of the client asks for: every one of them is called, and what it sends is looked at. So
/// no list has to be kept.
/// </summary>
internal static class ClientOperations
{
    public static async Task<IReadOnlyList<ClientMethod>> ReadAsync()
    {
        using var recorder = new Recorder();
        using var http = new HttpClient(recorder) { BaseAddress = new Uri("http://127.0.0.1") };
        using var control = new CecSimControl(http);
        var methods = new List<ClientMethod>();
        foreach (var (part, way) in Parts(control))
        {
            foreach (var method in OwnMethods(part.GetType()).Where(IsRequest))
            {
                recorder.Sent.Clear();
                await CallAsync(method, part);
                methods.Add(Of([.. way, method], recorder.Sent));
            }
        }

        return methods;
    }

    private static ClientMethod Of(
        IReadOnlyList<MethodInfo> way, IReadOnlyList<(HttpMethod Method, Uri Uri)> sent) => new(
        way,
        [
            .. sent.Select(s => ControlOperation.All.FirstOrDefault(o => o.Is(s.Method, s.Uri.AbsolutePath.Split('/'))))
                .OfType<ControlOperation>(),
        ],
        [
            .. sent.SelectMany(s => s.Uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
                .Select(p => p[..p.IndexOf('=')]),
        ]);

    /// <summary>The client, and all that it gives a hold of: a space, its journal, an agent.</summary>
    private static IEnumerable<(object Part, IReadOnlyList<MethodInfo> Way)> Parts(object root)
    {
        var parts = new Queue<(object Part, IReadOnlyList<MethodInfo> Way)>([(root, [])]);
        while (parts.TryDequeue(out var at))
        {
            yield return at;
            foreach (var method in OwnMethods(at.Part.GetType()).Where(m => IsPart(m.ReturnType)))
            {
                parts.Enqueue((method.Invoke(at.Part, SamplesFor(method))!, [.. at.Way, method]));
            }
        }
    }

    private static MethodInfo[] OwnMethods(Type type) =>
        type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);

    private static bool IsPart(Type type) =>
        type.Assembly == typeof(CecSimControl).Assembly && OwnMethods(type).Any(IsRequest);

    private static bool IsRequest(MethodInfo method) =>
        typeof(Task).IsAssignableFrom(method.ReturnType) || method.ReturnType == typeof(IAsyncEnumerable<StreamEvent>);

    // Nobody answers as a server does: what was sent is all that counts.
    private static async Task CallAsync(MethodInfo method, object target)
    {
        try
        {
            var result = method.Invoke(target, SamplesFor(method));
            if (result is IAsyncEnumerable<StreamEvent> events)
            {
                await using var items = events.GetAsyncEnumerator();
                await items.MoveNextAsync();
            }

            await (result as Task ?? Task.CompletedTask);
        }
        catch (ControlProblemException)
        {
        }
    }

    private static object?[] SamplesFor(MethodBase method) =>
        [.. method.GetParameters().Select(p => Sample(p.ParameterType))];

    /// <summary>Something of a type, with all that can be given in it.</summary>
    private static object? Sample(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain == typeof(CancellationToken))
        {
            return TestContext.Current.CancellationToken;
        }

        // As a name it is as good as any other, and as JSON too.
        if (plain == typeof(string))
        {
            return "{}";
        }

        if (plain == typeof(PushedEvent))
        {
            return PushedEvent.Raw(1);
        }

        if (plain == typeof(TransferTarget))
        {
            return TransferTarget.Agent(1);
        }

        if (plain == typeof(JsonObject))
        {
            return new JsonObject();
        }

        if (plain.IsPrimitive)
        {
            return Convert.ChangeType(1, plain, System.Globalization.CultureInfo.InvariantCulture);
        }

        if (plain.IsValueType)
        {
            return Activator.CreateInstance(plain);
        }

        var constructor = plain.GetConstructors().Single();
        var sample = constructor.Invoke(SamplesFor(constructor));
        foreach (var property in plain.GetProperties().Where(p => p.CanWrite && p.GetIndexParameters().Length == 0))
        {
            property.SetValue(sample, Sample(property.PropertyType));
        }

        return sample;
    }

    private sealed class Recorder : HttpMessageHandler
    {
        public List<(HttpMethod Method, Uri Uri)> Sent { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Sent.Add((request.Method, request.RequestUri!));
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.Gone) { Content = new StringContent("{}") });
        }
    }
}
