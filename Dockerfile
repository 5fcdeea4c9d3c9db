# The API and the command line; Neo4j runs beside it (docker-compose.yml). Not run where it was written: no engine at hand.
FROM python:3.12-slim
RUN useradd --create-home --uid 10001 bfpg \
    && mkdir -p /data /cache /corpus && chown bfpg:bfpg /data /cache
WORKDIR /app
COPY pyproject.toml constraints.txt README.md LICENSE ./
COPY ontology ontology
COPY queries queries
COPY loaders loaders
COPY app app
RUN pip install --no-cache-dir -c constraints.txt .
USER bfpg
ENV BFPG_HOME=/data BFPG_CACHE=/cache BFPG_HOST=0.0.0.0
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s --start-period=180s --retries=6 \
    CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8000/readyz', timeout=4)"]
ENTRYPOINT ["bfpg"]
CMD ["run"]
