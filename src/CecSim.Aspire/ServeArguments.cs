namespace CecSim.Aspire;

/// <summary>The command line of <c>cecsim serve</c>, as a resource's endpoints and scenarios ask for it.</summary>
internal static class ServeArguments
{
    public static void AddTo(CommandLineArgsCallbackContext context)
    {
        var cec = (CecSimResource)context.Resource;
        foreach (var argument in cec.Program.Arguments)
        {
            context.Args.Add(argument);
        }

        context.Args.Add("serve");
        Add("--urls", ReferenceExpression.Create($"http://localhost:{PortOf(CecSimResource.HttpEndpoint)}"));
        Add("--https-port", PortOf(CecSimResource.HttpsEndpoint));
        Add("--media-port", PortOf(CecSimResource.MediaEndpoint));
        if (cec.TryGetEndpoints(out var endpoints) && endpoints.Any(e => e.Name == CecSimResource.SipUdpEndpoint))
        {
            Add("--sip-port", PortOf(CecSimResource.SipUdpEndpoint));
        }

        foreach (var scenario in cec.Scenarios)
        {
            // A name stays a name, wherever there is no such file.
            var file = Path.Combine(cec.WorkingDirectory, scenario);
            Add("--scenario", Path.Exists(file) ? file : scenario);
        }

        // Where the collector is, and what it asks for, stands in the variables that Aspire sets.
        if (cec.HasAnnotationOfType<OtlpExporterAnnotation>())
        {
            context.Args.Add("--otlp");
        }

        void Add(string option, object value)
        {
            context.Args.Add(option);
            context.Args.Add(value);
        }

        EndpointReferenceExpression PortOf(string endpoint) =>
            new EndpointReference(cec, endpoint).Property(EndpointProperty.TargetPort);
    }
}
